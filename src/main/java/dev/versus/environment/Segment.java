package dev.versus.environment;

/** Segment of System V shared memory, as described by a row of {@code /proc/sysvipc/shm}. */
record Segment(String id, long maker, boolean isDetached, long changed) {

    private static final int ID = 1;
    private static final int MAKER = 4;
    private static final int ATTACHED = 6;
    private static final int CHANGED = 13;

    /** Reads a row of {@code /proc/sysvipc/shm}. */
    Segment(String row) {
        this(row.strip().split("\\s+", -1));
    }

    private Segment(String[] fields) {
        this(fields[ID], number(fields, MAKER), number(fields, ATTACHED) == 0, number(fields, CHANGED));
    }

    private static long number(String[] fields, int field) {
        return Long.parseLong(fields[field]);
    }
}
