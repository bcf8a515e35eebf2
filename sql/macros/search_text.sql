-- One row a document whose title or text has a word of those asked for, the best first. Words count where they stand
-- whole, in capitals or not; the score is BM25: rare words, and many of them in a short text, weigh most, and a word in
-- the title counts three times. Copies are left out.
create or replace macro search_text(words) as table -- noqa: disable=AL03,RF02,RF03
    with asked as (
        select
            unnest(
                list_distinct(
                    regexp_extract_all(
                        lower(words), '[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_''-]*[\p{L}\p{M}\p{N}_])?'
                    )
                )
            ) as word
    ),

    sizes as (
        select
            count(*) as documents,
            avg(word_count) as mean_words
        from documents
        where duplicate_of is null
    ),

    hits as (
        select
            documents.document_id,
            asked.word,
            whole_words(lower(documents.text), asked.word)
            + 3 * whole_words(lower(coalesce(documents.title, '')), asked.word) as times,
            documents.word_count
        from documents
        inner join asked
            on contains(lower(documents.text), asked.word) or contains(lower(coalesce(documents.title, '')), asked.word)
        where documents.duplicate_of is null
    ),

    found as (
        select
            word,
            count(*) as documents
        from hits
        where times > 0
        group by word
    ),

    ranked as (
        select
            hits.document_id,
            sum(
                ln(1 + (sizes.documents - found.documents + 0.5) / (found.documents + 0.5))
                * hits.times * 2.2 / (hits.times + 1.2 * (0.25 + 0.75 * hits.word_count / sizes.mean_words))
            ) as score,
            list_sort(list(hits.word)) as found
        from hits
        inner join found on hits.word = found.word
        cross join sizes
        where hits.times > 0
        group by hits.document_id
    )

    select
        round(ranked.score, 3) as score,
        ranked.found,
        documents.title,
        documents.site,
        documents.published_at,
        documents.source_uri,
        documents.document_id
    from ranked
    inner join documents on ranked.document_id = documents.document_id
    order by ranked.score desc, documents.document_id;
