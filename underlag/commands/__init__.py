"""The commands of the command line, one module each. They read arguments, call one room below and write what it gives."""
