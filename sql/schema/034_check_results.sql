-- One row a check and a run: how many rows it found that must not be, 0 where all is well. A check that failed has
-- rolled its run back: there is no such run in `runs`. Results of a load come into the copy that is published after it.
create table check_results (
    run_id uuid not null,
    check_name varchar not null,
    severity varchar not null check (severity in ('fail', 'warn')),
    holds varchar not null,
    found bigint not null,
    example varchar,
    "at" timestamptz not null
);

comment on table check_results is
'One row a check and a run: how many rows it found that must not be, 0 where all is well. A check that failed has rolled its run back: there is no such run in `runs`. Results of a load come into the copy that is published after it.';
comment on column check_results.run_id is 'The run that was checked.';
comment on column check_results.check_name is 'The check, as its file in sql/checks is named.';
comment on column check_results.severity is 'fail: what it finds rolls the load back; warn: the run reports it.';
comment on column check_results.holds is 'What holds where it finds nothing.';
comment on column check_results.found is 'Rows found.';
comment on column check_results.example is 'The first row found; null where there is none.';
comment on column check_results."at" is 'When it was checked.';
