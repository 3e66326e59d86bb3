package dev.versus.simulations.users;

/** A way of the data from users-data to users-api, which answers each of its requests with them. */
public enum Way {
    /** HTTP over connections that are kept. */
    REST("rest", "/api/users-via-api"),
    /** HTTP over a connection for each request. */
    UNPOOLED("unpooled", "/api/users-via-api-unpooled"),
    /** HTTP over kept connections of a Unix socket. */
    UNIX_SOCKET("unix-socket", "/api/users-via-unix-socket"),
    /** Shared memory, with HTTP as its signal. */
    SHARED_MEMORY("shm", "/api/users-via-shm"),
    /** REST for small data, shared memory for large. */
    BY_SIZE("by-size", "/api/users-by-size");

    private final String label;
    private final String path;

    Way(String label, String path) {
        this.label = label;
        this.path = path;
    }

    /** Returns the first part of its targets' names. */
    public String label() {
        return label;
    }

    /** Returns its path in users-api. */
    public String path() {
        return path;
    }
}
