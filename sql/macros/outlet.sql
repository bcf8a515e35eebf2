-- The outlet of a document as one word: the host of its address without what is not its own, else the name of the site.
create or replace macro outlet(url, canonical_url, site) as (
    coalesce(
        nullif(
            regexp_extract(
                lower(coalesce(url, canonical_url)),
                '^https?://(?:(?:www|m|amp|mobile|edition|en)\d?\.)*([^/:]+?)(?:\.(?:com?|net|org|gov|ac|edu|info|news))?(?:\.[a-z]+)?(?:[:/?#]|$)',
                1
            ),
            ''
        ),
        nullif(regexp_replace(regexp_replace(lower(strip_accents(site)), '^the ', ''), '[^a-z0-9]+', '', 'g'), '')
    )
);
