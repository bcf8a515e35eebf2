"""What tells of one happening: events of several documents compared, clustered into incidents and summed up. Pure."""
