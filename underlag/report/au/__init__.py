"""The papers of one meeting: what a working committee (arbetsutskott, AU) reads before it decides on applications.

The names of what is shown (`arende.sokt`, `utrymme.fore`) are Swedish, since an office that changes the Word templates writes them.
"""
