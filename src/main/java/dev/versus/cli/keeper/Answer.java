package dev.versus.cli.keeper;

import java.util.List;

/**
 * What a keeper answers.
 *
 * @param exitCode what the command that asked ends with
 * @param lines what it prints
 */
public record Answer(int exitCode, List<String> lines) {

    public Answer {
        lines = List.copyOf(lines);
    }
}
