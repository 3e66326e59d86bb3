package dev.versus.build;

import dev.versus.build.ImageStage.Copy;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Places on this host of the files that an image has.
 *
 * @param recipe the image's Dockerfile
 * @param built the folder of what was built
 * @param made the folders in it that the toolchain makes
 */
record ImagePaths(ImageRecipe recipe, Path built, List<String> made) {

    private static final int DEEP = 8;
    private static final List<String> NO_PROGRAMS = List.of("/etc", "/usr/share", "/usr/lib");

    /** Returns the place of a file or folder of the image; nothing if no instruction copies it from what was built. */
    Optional<Path> find(Path inImage) {
        return find(inImage.normalize(), recipe.last());
    }

    /** Returns the places of single files that are copied into a folder of the image. */
    List<Path> filesIn(Path folder) {
        return recipe.last().copies().stream()
                .filter(copy -> copy.isFolder() && copy.target().equals(folder.normalize()))
                .flatMap(copy -> copy.sources().stream().flatMap(source -> originals(source, copy)))
                .filter(Files::isRegularFile)
                .toList();
    }

    /** Tells whether a path lies below a folder of the image, other than the top, into which something is copied. */
    boolean covers(Path inImage) {
        Path path = inImage.normalize();
        return recipe.last().copies().stream()
                .map(Copy::target)
                .anyMatch(target -> target.getNameCount() > 0 && path.startsWith(target) && !path.equals(target));
    }

    /** Returns the place of a file that does not exist yet: below the place of the nearest folder that is copied. */
    Optional<Path> future(Path inImage) {
        Path folder = inImage.normalize().getParent();
        return folder == null || !covers(inImage)
                ? Optional.empty()
                : find(folder)
                        .filter(Files::isDirectory)
                        .or(() -> future(folder))
                        .map(place -> place.resolve(folder.relativize(inImage.normalize())));
    }

    private Optional<Path> find(Path inImage, ImageStage stage) {
        var latestFirst = new ArrayList<>(stage.copies());
        Collections.reverse(latestFirst);
        return latestFirst.stream()
                .flatMap(copy -> find(inImage, copy).stream())
                .findFirst();
    }

    private Optional<Path> find(Path inImage, Copy copy) {
        if (!inImage.startsWith(copy.target())) {
            return Optional.empty();
        }
        Path rest = copy.target().relativize(inImage);
        return copy.sources().stream()
                .flatMap(source -> originals(source, copy).flatMap(original -> place(original, rest, copy).stream()))
                .findFirst();
    }

    /** Lists the places of what a source of a copy names. */
    private Stream<Path> originals(String source, Copy copy) {
        if (copy.from().isEmpty()) {
            return matching(built.resolve(source.replaceFirst("^/+", "")).normalize())
                    .filter(original -> original.startsWith(built));
        }
        ImageStage stage = recipe.stages().get(copy.from());
        if (stage == null) {
            return Stream.empty();
        }
        Path path = Path.of("/").resolve(source).normalize();
        Optional<Path> copied = source.contains("*")
                ? find(path.resolveSibling(""), stage).map(folder -> folder.resolve(String.valueOf(path.getFileName())))
                : find(path, stage);
        return copied.map(ImagePaths::matching).orElseGet(() -> byName(path).stream());
    }

    /** Lists the files and folders that a path names, whose last part may hold wildcards. */
    static Stream<Path> matching(Path source) {
        String name = String.valueOf(source.getFileName());
        if (!name.contains("*") && !name.contains("?")) {
            return Stream.of(source).filter(Files::exists);
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(source.resolveSibling(""), name)) {
            var all = new ArrayList<Path>();
            found.forEach(all::add);
            Collections.sort(all);
            return all.stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    private Optional<Path> place(Path original, Path rest, Copy copy) {
        boolean isTarget = rest.toString().isEmpty();
        if (Files.isDirectory(original)) {
            return Optional.of(isTarget ? original : original.resolve(rest)).filter(Files::exists);
        }
        boolean named = rest.equals(original.getFileName());
        return (isTarget && !copy.isFolder()) || named ? Optional.of(original) : Optional.empty();
    }

    /** Finds a file that an earlier stage makes by its name among all that the toolchain made; a single program has any program's name. */
    private Optional<Path> byName(Path wanted) {
        List<Path> files =
                made.stream().flatMap(folder -> below(built.resolve(folder))).toList();
        return files.stream()
                .filter(file -> wanted.getFileName() != null && file.endsWith(wanted.getFileName()))
                .findFirst()
                .or(() -> files.stream()
                        .filter(only -> files.size() == 1 && isProgram(wanted))
                        .findFirst());
    }

    private static boolean isProgram(Path wanted) {
        return !String.valueOf(wanted.getFileName()).contains(".")
                && NO_PROGRAMS.stream().noneMatch(wanted::startsWith);
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEEP)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }
}
