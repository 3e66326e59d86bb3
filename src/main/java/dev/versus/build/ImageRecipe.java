package dev.versus.build;

import dev.versus.InvalidInput;
import dev.versus.system.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Dockerfile of a service, read for where its files come from and what it runs.
 *
 * @param stages its stages by their names and by their numbers
 * @param last the stage that becomes the image
 */
record ImageRecipe(Map<String, ImageStage> stages, ImageStage last) {

    /** Reads the Dockerfile of a build; an empty one if the folder has none. */
    static ImageRecipe of(Build build) {
        Path file = build.context().resolve(build.dockerfile() == null ? "Dockerfile" : build.dockerfile());
        try {
            return Files.isRegularFile(file)
                    ? of(Files.readString(file), build)
                    : new ImageRecipe(Map.of(), new ImageStage());
        } catch (IOException unreadable) {
            throw new InvalidInput(file + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    private static ImageRecipe of(String dockerfile, Build build) {
        Map<String, ImageStage> stages = new LinkedHashMap<>();
        var before = new ImageStage();
        ImageStage stage = before;
        int number = 0;
        for (Instruction next : Instruction.read(dockerfile)) {
            if (next.name().equals("FROM")) {
                List<String> words = next.words(before.known());
                ImageStage base =
                        stages.get(words.stream().findFirst().orElse("").toLowerCase(Locale.ROOT));
                stage = base == null ? new ImageStage() : ImageStage.upon(base);
                stages.put(String.valueOf(number++), stage);
                if (words.size() == 3) {
                    stages.put(words.get(2).toLowerCase(Locale.ROOT), stage);
                }
            } else {
                stage.apply(next, build.args(), before.known());
            }
        }
        return new ImageRecipe(
                stages,
                build.target() == null
                        ? stage
                        : stages.getOrDefault(build.target().toLowerCase(Locale.ROOT), stage));
    }

    /** Returns the paths of the service's folder that the image is made from, without those that only earlier stages need. */
    List<String> sources() {
        return sources(last).toList();
    }

    /** Lists the paths of the service's folder that any stage copies. */
    Stream<String> allSources() {
        return stages.values().stream().distinct().flatMap(ImageRecipe::sources);
    }

    private static Stream<String> sources(ImageStage stage) {
        return stage.copies().stream()
                .filter(copy -> copy.from().isEmpty())
                .flatMap(copy -> copy.sources().stream())
                .map(source -> source.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", ""))
                .filter(source -> !source.isEmpty() && !source.equals(".") && !source.startsWith(".."));
    }
}
