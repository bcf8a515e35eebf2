-- UUIDv5 of a name in the namespace of Sitrep, as Python's uuid.uuid5 makes it.
create or replace macro uuid5(name) as (
    with hashed as (
        select sha1(from_hex('6f1c2f0e5d0b5c3a9a8f2f6d0c1b7e55') || encode(name)) as hex
    )

    select
        cast(
            hex[1:12] || '5' || hex[14:16] || substring('89ab', cast(('0x' || hex[17]) as integer) % 4 + 1, 1) || hex[18:32]
            as uuid
        )
    from hashed
);
