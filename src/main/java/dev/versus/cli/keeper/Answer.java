package dev.versus.cli.keeper;

import java.util.List;

/**
 * The answer of a keeper to a request.
 *
 * @param exitCode the exit code for the command that asked
 * @param lines the lines that the command prints
 */
public record Answer(int exitCode, List<String> lines) {

    public Answer {
        lines = List.copyOf(lines);
    }
}
