"""Many reports in one go: every input scored once, whatever happens meanwhile, and the results merged in the order of the inputs.

    inputs    what the command line names -> items; manifest, sheets: a table that lists them; remote: addresses
    items     one input: where it is, what is known of it, its groups
    folder    the output folder and its files; lock: one run at a time; plan: the list of inputs and whether a run goes on
    work      one item -> one line of results; made ready once in each worker
    engine    workers in processes of their own; worker: the other end; waiting: what is still to be done; cluster: the same on Dask
    journal   results as they come; frames: how they lie on disk and travel in pipes
    run       the order of all this; copied: where the words of reports stand as well; merge: journal -> results.jsonl

Codes: B501 no inputs · B502 manifest · B503 results of another run · B504 two runs · B505 writing · B506 workers · B507 rules changed ·
B508 addresses and clusters · B509 Parquet · B510 ranking · B511 copied text; and of single reports I117 the process died · I118 it took too long.
"""
