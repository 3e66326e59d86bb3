package dev.versus;

import java.nio.file.Path;

/** The folder of the project: the script {@code versus} tells it, so that commands work from any folder. */
public final class ProjectFolder {

    /** The property that names it. */
    public static final String PROPERTY = "dev.versus.home";

    private ProjectFolder() {}

    public static Path path() {
        return Path.of(System.getProperty(PROPERTY, ".")).toAbsolutePath().normalize();
    }

    /** The folder of the systems that come with the project. */
    public static Path services() {
        return path().resolve("services");
    }
}
