package dev.versus.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stage of a Dockerfile, as its instructions leave it. It grows while the Dockerfile is read, and is not changed later. */
final class ImageStage {

    private final List<Copy> copies = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> arguments = new HashMap<>();
    private final List<Integer> ports = new ArrayList<>();
    private List<String> entrypoint = List.of();
    private List<String> command = List.of();
    private boolean isCommandOwn;
    private Path folder = Path.of("/");
    private @Nullable String user;

    /**
     * Files that are copied into an image.
     *
     * @param from the stage or image that they come from; empty for the folder that is built
     * @param sources their paths there, which may hold wildcards
     * @param target their absolute path in the image
     * @param isFolder whether the target is certainly a folder
     */
    record Copy(String from, List<String> sources, Path target, boolean isFolder) {}

    /** Makes a stage that begins as another one ends. */
    static ImageStage upon(ImageStage base) {
        var stage = new ImageStage();
        stage.copies.addAll(base.copies);
        stage.environment.putAll(base.environment);
        stage.ports.addAll(base.ports);
        stage.entrypoint = base.entrypoint;
        stage.command = base.command;
        stage.folder = base.folder;
        stage.user = base.user;
        return stage;
    }

    /**
     * Applies an instruction.
     *
     * @param given the values that a build gives to arguments
     * @param usual the values of arguments before the first stage
     */
    void apply(Instruction next, Map<String, String> given, Map<String, String> usual) {
        switch (next.name()) {
            case "ARG" -> next.words(known()).forEach(word -> argument(word, given, usual));
            case "ENV" -> variables(next);
            case "WORKDIR" ->
                folder = folder.resolve(String.join(" ", next.words(known()))).normalize();
            case "USER" -> user = next.words(known()).stream().findFirst().orElse(null);
            case "COPY", "ADD" -> copy(next);
            case "EXPOSE" -> next.words(known()).forEach(this::port);
            case "CMD" -> {
                command = next.command();
                isCommandOwn = true;
            }
            case "ENTRYPOINT" -> {
                entrypoint = next.command();
                command = isCommandOwn ? command : List.of();
            }
            default -> {
                // The others do not say where files are or what runs.
            }
        }
    }

    /** Returns the values of arguments and variables. */
    Map<String, String> known() {
        var known = new HashMap<>(arguments);
        known.putAll(environment);
        return known;
    }

    private void argument(String word, Map<String, String> given, Map<String, String> usual) {
        String[] pair = word.split("=", 2);
        String otherwise = pair.length == 1 ? usual.getOrDefault(pair[0], "") : pair[1];
        arguments.put(pair[0], given.getOrDefault(pair[0], otherwise));
    }

    private void variables(Instruction next) {
        List<String> words = next.words(known());
        if (words.size() > 1 && !words.get(0).contains("=")) {
            environment.put(words.get(0), String.join(" ", words.subList(1, words.size())));
            return;
        }
        words.stream()
                .map(word -> word.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> environment.put(pair[0], pair[1]));
    }

    private void copy(Instruction next) {
        List<String> words = next.words(known());
        if (words.size() > 1) {
            String to = words.get(words.size() - 1);
            List<String> sources = words.subList(0, words.size() - 1);
            Path target = folder.resolve(to).normalize();
            boolean isFolder = to.endsWith("/") || to.equals(".") || sources.size() > 1 || target.equals(folder);
            copies.add(new Copy(next.flag("from").toLowerCase(Locale.ROOT), sources, target, isFolder));
        }
    }

    private void port(String text) {
        if (text.matches("\\d{1,5}(/tcp)?")) {
            ports.add(Integer.valueOf(text.replace("/tcp", "")));
        }
    }

    List<Copy> copies() {
        return List.copyOf(copies);
    }

    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    List<Integer> ports() {
        return List.copyOf(ports);
    }

    List<String> entrypoint() {
        return entrypoint;
    }

    List<String> command() {
        return command;
    }

    Path folder() {
        return folder;
    }

    /** Returns the user of the commands; null if the stage names none. */
    @Nullable
    String user() {
        return user;
    }
}
