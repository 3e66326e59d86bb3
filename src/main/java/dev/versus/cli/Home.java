package dev.versus.cli;

import java.nio.file.Path;

/** The folder of the project. The script {@code versus} passes it on, so that commands work from any folder. */
final class Home {

    private static final String PROPERTY = "dev.versus.home";

    private Home() {}

    static Path folder() {
        return Path.of(System.getProperty(PROPERTY, ".")).toAbsolutePath().normalize();
    }

    static Path services() {
        return folder().resolve("services");
    }
}
