package dev.versus.cli.keeper;

import dev.versus.environment.RunId;
import dev.versus.environment.StateFolder;
import dev.versus.environment.StateUnusable;
import dev.versus.environment.Ticker;
import dev.versus.measurement.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The folder through which commands and a keeper exchange requests and answers: one file for each, written whole or not at all. */
public record RequestFolder(Path folder, Ticker ticker) {

    private static final String REQUEST = ".request";
    private static final String ANSWER = ".answer";
    private static final Duration POLL = Duration.ofMillis(100);

    /** Returns the mailbox of a run's keeper. */
    public static RequestFolder of(StateFolder state, RunId run, Ticker ticker) {
        return new RequestFolder(state.of(run).resolve("mailbox"), ticker);
    }

    /** A received request, with the id under which its answer is written. */
    record Letter(String id, KeeperRequest request) {}

    /** Leaves a request without waiting for an answer, and returns its id. */
    public String send(KeeperRequest request) {
        String id = UUID.randomUUID().toString();
        write(id + REQUEST, request);
        return id;
    }

    /** Leaves a request and waits for the answer. Returns nothing if the keeper dies meanwhile. */
    public Optional<Answer> ask(KeeperRequest request, BooleanSupplier isKept) {
        Path file = folder.resolve(send(request) + ANSWER);
        while (true) {
            boolean kept = isKept.getAsBoolean();
            if (Files.exists(file)) {
                return Optional.of(take(file, Answer.class));
            }
            if (!kept || Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            ticker.pause(POLL);
        }
    }

    /** Waits for the next request. Returns nothing if the thread is interrupted. */
    Optional<Letter> next() {
        while (!Thread.currentThread().isInterrupted()) {
            Optional<Path> request = requests().stream().findFirst();
            if (request.isPresent()) {
                String name = String.valueOf(request.get().getFileName());
                String id = name.substring(0, name.length() - REQUEST.length());
                return Optional.of(new Letter(id, take(request.get(), KeeperRequest.class)));
            }
            ticker.pause(POLL);
        }
        return Optional.empty();
    }

    void answer(Letter letter, Answer answer) {
        write(letter.id() + ANSWER, answer);
    }

    private List<Path> requests() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(REQUEST)).toList();
        } catch (IOException noneYet) {
            return List.of();
        }
    }

    private void write(String name, Object content) {
        Path aside = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            Files.writeString(aside, Json.lines().writeValueAsString(content));
            Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unusable) {
            throw new StateUnusable(folder, unusable);
        }
    }

    private <T> T take(Path file, Class<T> type) {
        try {
            T content = Json.lines().readValue(Files.readString(file), type);
            Files.delete(file);
            return content;
        } catch (IOException unusable) {
            throw new StateUnusable(file, unusable);
        }
    }
}
