-- One row a change of a document's text or title, the latest first: the paragraphs that went and those that came, in
-- the order of the text. A paragraph that was only moved is neither.
create or replace view document_changes as
with steps as (
    select
        document_versions.locator,
        document_versions.title as title_before,
        document_versions.text as text_before,
        document_versions.run_id,
        document_versions."at",
        lead(document_versions.title) over chain as next_title,
        lead(document_versions.text) over chain as next_text
    from document_versions
    window chain as (partition by document_versions.locator order by document_versions."at")
),

pairs as (
    select
        documents.document_id,
        documents.url,
        steps.title_before,
        if(steps.next_text is null, documents.title, steps.next_title) as title_after,
        string_split(steps.text_before, e'\n\n') as before,
        string_split(coalesce(steps.next_text, documents.text), e'\n\n') as after,
        steps.run_id,
        steps."at"
    from steps
    inner join documents on steps.locator = documents.locator
)

select
    document_id,
    url,
    title_before,
    title_after,
    list_filter(before, lambda paragraph: not list_contains(after, paragraph)) as removed,
    list_filter(after, lambda paragraph: not list_contains(before, paragraph)) as added,
    run_id,
    "at"
from pairs
order by "at" desc, document_id;

comment on view document_changes is
'One row a change of a document''s text or title, the latest first: the paragraphs that went and those that came, in the order of the text. A paragraph that was only moved is neither.';
comment on column document_changes.document_id is 'The document as it is now.';
comment on column document_changes.url is 'Address of its page.';
comment on column document_changes.title_before is 'Title before the change.';
comment on column document_changes.title_after is 'Title after it.';
comment on column document_changes.removed is 'Paragraphs that the new text does not have.';
comment on column document_changes.added is 'Paragraphs that the old text did not have.';
comment on column document_changes.run_id is 'The run that loaded the new text.';
comment on column document_changes."at" is 'When it was loaded.';
