-- The Parquet files of the batches handed in, by relation; views cannot have parameters.
set variable documents_files = $documents;
set variable events_files = $events;
set variable event_participants_files = $event_participants;
set variable event_places_files = $event_places;
set variable event_quantities_files = $event_quantities;
set variable event_evidence_files = $event_evidence;
set variable mentions_files = $mentions;
set variable rejections_files = $rejections;
