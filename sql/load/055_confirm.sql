-- Documents from which other rules read the same facts only change the version of their rules.
create temp table confirmed as
select
    incoming.document_id,
    staged.ruleset_version
from incoming
inner join arrived as staged on incoming.outcome = staged.outcome
where incoming.fate = 'confirmed';

update documents
set ruleset_version = confirmed.ruleset_version
from confirmed
where documents.document_id = confirmed.document_id;

update events
set ruleset_version = confirmed.ruleset_version
from confirmed
where events.document_id = confirmed.document_id;
