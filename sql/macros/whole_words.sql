-- How many times a word stands whole in a text: neither letters nor digits beside it. In small letters, both of them.
create or replace macro whole_words(text, word) as (
    len(
        list_filter(
            list_zip(string_split(' ' || text || ' ', word)[:-2], string_split(' ' || text || ' ', word)[2:]),
            lambda sides: regexp_matches(right(sides[1], 1), '[^\p{L}\p{M}\p{N}_]')
            and regexp_matches(left(sides[2], 1), '[^\p{L}\p{M}\p{N}_]')
        )
    )
);
