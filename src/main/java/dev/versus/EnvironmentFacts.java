package dev.versus;

/**
 * Names by which environments tell facts that diagnostics look for: keys of fingerprints, of which docs/results.md lists all, and what
 * stands in the path of requests.
 */
public final class EnvironmentFacts {

    /** The group of keys that tell what sets a service apart from the machine. */
    public static final String ISOLATION = "isolation";

    public static final String IMAGE = ISOLATION + ".image";
    public static final String STANDS_IN_FOR = ISOLATION + ".stands-in-for";
    public static final String READ_ONLY = ISOLATION + ".read-only";
    public static final String CAPABILITIES = ISOLATION + ".capabilities";
    public static final String FILE_SYSTEM = ISOLATION + ".file-system";

    /** The group of keys that tell what program a service runs. */
    public static final String PROGRAM = "program";

    public static final String PROGRAM_NAME = PROGRAM + ".name";
    public static final String PROGRAM_ENTRY = PROGRAM + ".entry";
    public static final String PROGRAM_FLAGS = PROGRAM + ".flags";

    /** The group of keys that tell what a service was made from. */
    public static final String SOURCE = "source";

    public static final String SOURCE_COMMIT = SOURCE + ".commit";

    public static final String CPU = "limit.cpu";
    public static final String CPU_SET = "limit.cpu-set";

    /** Docker's userland proxy, through which requests to a published port go when they come from the same host. */
    public static final String DOCKER_PROXY = "docker-proxy";

    private EnvironmentFacts() {}
}
