package dev.versus.environment.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Images by their names: those that the engine has, those that it can pull from a registry, and, if pulling fails, those of
 * {@code environments/docker/base-images} as replacements for official images.
 */
record Registry(DockerEngine engine) {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String STAND_INS = "versus-stand-in/";
    /** Matches the name of an official image: {@code redis:8.2}, {@code docker.io/library/redis}. */
    private static final Pattern OFFICIAL =
            Pattern.compile("(?:docker\\.io/)?(?:library/)?([a-z0-9][a-z0-9._-]*)(?:[:@].*)?");
    /** The reasons why images could not be pulled. A registry that does not answer is asked once per image, not once per service. */
    private static final Map<String, String> FAILURES = new ConcurrentHashMap<>();

    /** Returns the image that the engine has under this name. */
    Optional<Image> present(String name) {
        return engine.ask(client -> inspect(client, name));
    }

    private static Optional<Image> inspect(DockerClient client, String name) {
        try {
            return Optional.of(Image.of(client.inspectImageCmd(name).exec(), name));
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    /** Returns the image that the engine has under this name, or the replacement for an official image. */
    Optional<Image> presentOrStandIn(String name) {
        return present(name).or(() -> standIn(name));
    }

    /**
     * Returns the image of that name: the one of the engine, a pulled one, or a replacement.
     *
     * @throws Unavailable if there is none, with the registry's reason
     */
    Image require(String name) throws Unavailable {
        Optional<Image> here = present(name);
        if (here.isPresent()) {
            return here.get();
        }
        String failure = FAILURES.computeIfAbsent(name, this::pull);
        if (failure.isEmpty()) {
            FAILURES.remove(name);
            return present(name).orElseThrow(() -> new Unavailable(name, "it was pulled and is not there"));
        }
        return standIn(name).orElseThrow(() -> {
            FAILURES.remove(name);
            return new Unavailable(name, failure);
        });
    }

    /** Pulls an image and returns why that failed; empty if it did not. */
    private String pull(String name) {
        try {
            boolean ended = engine.ask(
                            client -> client.pullImageCmd(withTag(name)).exec(new PullImageResultCallback()))
                    .awaitCompletion(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return ended ? "" : "the registry took longer than " + LIMIT.toMinutes() + " min";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (EngineUnavailable gone) {
            throw gone;
        } catch (RuntimeException refused) {
            return EngineRefusal.reason(refused);
        }
    }

    /** Returns the name with a tag. Without a tag, the engine would pull every tag of the image. */
    private static String withTag(String name) {
        boolean tagged = name.contains("@") || name.lastIndexOf(':') > name.lastIndexOf('/');
        return tagged ? name : name + ":latest";
    }

    private Optional<Image> standIn(String name) {
        Matcher official = OFFICIAL.matcher(name);
        if (!official.matches()) {
            return Optional.empty();
        }
        return engine
                .ask(client -> client.listImagesCmd()
                        .withFilter("reference", List.of(STAND_INS + official.group(1)))
                        .exec())
                .stream()
                .max(Comparator.comparing(image -> image.getCreated()))
                .flatMap(image -> tags(image.getRepoTags()).stream().findFirst())
                .flatMap(this::present)
                .map(image -> image.standingInFor(name));
    }

    private static List<String> tags(String[] tags) {
        return tags == null ? List.of() : List.of(tags);
    }

    /** Failure to find an image: it can neither be pulled nor be replaced. */
    static final class Unavailable extends Exception {

        private static final long serialVersionUID = 1L;

        Unavailable(String name, String reason) {
            super("the image " + name + " is not here and cannot be pulled (" + reason
                    + "); pull it by hand, or make a replacement for it: ./versus provision images");
        }
    }
}
