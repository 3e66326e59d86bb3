package dev.versus.environment.image;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.versus.InvalidInput;
import dev.versus.environment.Kept;
import dev.versus.system.Build;
import dev.versus.system.ServiceDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The images of services: what a Compose file has built is built, once for the same content; what it names is found or pulled. */
public final class Images {

    private final DockerEngine engine;
    private final Registry registry;
    private final HostNetworking host = new HostNetworking(System.getenv());

    public Images(DockerEngine engine) {
        this.engine = engine;
        this.registry = new Registry(engine);
    }

    /**
     * The image of a service: made if it is not there yet.
     *
     * @throws InvalidInput if it cannot be had, with what to do about it
     * @throws EngineUnavailable if the engine does not answer
     */
    public Image of(ServiceDefinition service) {
        Build build = service.build();
        try {
            return build == null ? registry.require(named(service)) : built(service, build);
        } catch (Registry.Unavailable none) {
            throw new InvalidInput(
                    "The service '" + service.name() + "' cannot be run: " + none.getMessage() + ".", none);
        }
    }

    private Image built(ServiceDefinition service, Build build) throws Registry.Unavailable {
        BuildContext context = BuildContext.of(build);
        Map<String, Image> bases = new LinkedHashMap<>();
        for (String base : context.dockerfile().bases(build.args())) {
            bases.put(base, registry.require(base));
        }
        var wanted = new ImageBuild(service, build, context, bases);
        String tag = wanted.tag();
        Optional<Image> before = registry.present(tag);
        if (before.isEmpty()) {
            wanted.run(engine, host);
        }
        return before.or(() -> registry.present(tag))
                .map(image -> bases.values().stream()
                        .flatMap(base -> base.standsInFor().stream())
                        .findFirst()
                        .map(image::standingInFor)
                        .orElse(image))
                .orElseThrow(
                        () -> new InvalidInput("The image " + tag + " was built and is gone again; try once more."));
    }

    /** The image of a service as it is here now, made or pulled before; nothing is made. */
    public Optional<Image> present(ServiceDefinition service) {
        Build build = service.build();
        if (build == null) {
            return registry.presentOrStandIn(named(service));
        }
        BuildContext context = BuildContext.of(build);
        return presentBases(context, build)
                .flatMap(bases -> registry.present(new ImageBuild(service, build, context, bases).tag()));
    }

    /** Whether a service's image is not here, but can be built from what is. */
    public boolean isBuildable(ServiceDefinition service) {
        Build build = service.build();
        return build != null
                && presentBases(BuildContext.of(build), build).isPresent()
                && present(service).isEmpty();
    }

    /** What its Dockerfile builds upon; nothing if some of it is not here. */
    private Optional<Map<String, Image>> presentBases(BuildContext context, Build build) {
        Map<String, Image> bases = new LinkedHashMap<>();
        Set<String> names = context.dockerfile().bases(build.args());
        names.forEach(base -> registry.presentOrStandIn(base).ifPresent(image -> bases.put(base, image)));
        return bases.size() == names.size() ? Optional.of(bases) : Optional.empty();
    }

    private static String named(ServiceDefinition service) {
        if (service.image() == null) {
            throw new InvalidInput("The service '" + service.name()
                    + "' has neither an image nor a build, and so nothing that a container could run; give it one.");
        }
        return service.image();
    }

    /** The images that were built here, for {@code versus clean}; none where no engine answers. */
    public List<Kept> kept() {
        if (!engine.look().answers()) {
            return List.of();
        }
        return engine
                .ask(client ->
                        client.listImagesCmd().withLabelFilter(ImageBuild.LABEL).exec())
                .stream()
                .flatMap(image -> Stream.ofNullable(image.getRepoTags()).flatMap(Stream::of))
                .filter(tag -> !tag.startsWith("<none>"))
                .map(tag -> new Kept("the image " + tag, () -> remove(tag)))
                .toList();
    }

    private void remove(String tag) {
        try {
            engine.ask(client -> client.removeImageCmd(tag).exec());
        } catch (NotFoundException gone) {
            // Somebody else has removed it.
        } catch (DockerException used) {
            throw new InvalidInput("the image " + tag + " cannot be removed: " + Refusal.reason(used) + ".", used);
        }
    }
}
