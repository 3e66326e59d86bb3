package dev.versus.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tool that builds a service from its folder. */
interface Toolchain {

    /** Returns the name by which {@code x-versus: {build: …}} chooses it. */
    String name();

    /** Returns the files by any of which a service's folder is recognised. */
    List<String> files();

    /** Returns the variables of this JVM that it sees. */
    ToolVariables variables();

    /** Returns the folders that it makes in a service's folder. */
    List<String> products();

    /** Returns the folders that it makes anew in a folder of a service, by their names there; none unless the folder holds its files. */
    default List<String> madeIn(Path folder) {
        return Sources.holdsAny(folder, files()) ? products() : List.of();
    }

    /** Returns why a folder cannot be built here; nothing if it can. */
    Optional<Missing> missing(Path context);

    /** Returns the tool in a few words, for example {@code Go 1.26 in /usr/bin/go}. */
    String found(Path context);

    /** Returns everything beside the sources that decides what is made: versions of tools and compilers. */
    String identity(Path context);

    /**
     * Builds the copy of a service's folder in a workplace.
     *
     * @throws BuildFailed if the tool fails
     */
    void build(Path context, Workplace place) throws IOException;

    /** Makes what services with the same packages share, and tells whether it did. */
    default boolean prepare(Path context, BuildCache cache) {
        return false;
    }

    /** Tells whether all is there that a folder of the cache refers to. */
    default boolean isWhole(Path built) {
        return true;
    }

    /** Returns the folders, in what was built, with programs that a command may name without their path. */
    default List<String> programs() {
        return List.of();
    }

    /**
     * Something that this host lacks.
     *
     * @param what a description in a few words, with what is wrong
     * @param mend the command that provides it
     */
    record Missing(String what, String mend) {}
}
