package dev.versus.environment.image;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.versus.InvalidInput;
import dev.versus.Kept;
import dev.versus.build.Builds;
import dev.versus.build.ServiceBuild;
import dev.versus.system.Build;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Images of services. An image with a build is built once for the same content; any other is found at the engine or pulled. */
public final class Images {

    private final DockerEngine engine;
    private final Registry registry;
    private final Consumer<String> progress;
    private final HostNetworking host = new HostNetworking(System.getenv());

    /** Makes a source of images that asks this engine, and says nothing meanwhile. */
    public Images(DockerEngine engine) {
        this(engine, line -> {});
    }

    /** Makes a source of images that asks this engine, with a receiver of a line before and after each build. */
    public Images(DockerEngine engine, Consumer<String> progress) {
        this.engine = engine;
        this.registry = new Registry(engine);
        this.progress = progress;
    }

    /**
     * Returns the image of a service. It is built or pulled if it is not here yet.
     *
     * @throws InvalidInput if that fails, with what to do about it
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
        Map<String, Path> products = ServiceBuild.ofImage(build)
                .map(own -> own.productsOfImage(new Builds(progress).make(own, service.name())))
                .orElse(Map.of());
        BuildContext context = BuildContext.of(build, products);
        Map<String, Image> bases = new LinkedHashMap<>();
        for (String base : context.dockerfile().bases(build.args())) {
            bases.put(base, registry.require(base));
        }
        var wanted = new ImageBuild(service, build, context, bases);
        String tag = wanted.tag();
        Optional<Image> before = registry.present(tag);
        if (before.isEmpty()) {
            progress.accept("building the image of " + service.name());
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

    /** Builds or pulls the images of a system that are not here yet, and says which. */
    public void prepare(SystemDefinition system) {
        for (ServiceDefinition service : system.services()) {
            boolean there = present(service).isPresent();
            String image = of(service).reference();
            if (!there) {
                progress.accept("made the image " + image + " of " + service.name());
            }
        }
    }

    /** Returns the image of a service if it is here already. It makes and pulls nothing. */
    public Optional<Image> present(ServiceDefinition service) {
        Build build = service.build();
        if (build == null) {
            return registry.presentOrStandIn(named(service));
        }
        Optional<ServiceBuild> own = ServiceBuild.ofImage(build);
        if (own.isPresent() && !own.get().isMade()) {
            return Optional.empty();
        }
        BuildContext context = BuildContext.of(
                build, own.map(one -> one.productsOfImage(one.home())).orElse(Map.of()));
        return presentBases(context, build)
                .flatMap(bases -> registry.present(new ImageBuild(service, build, context, bases).tag()));
    }

    /** Tells whether a service's image is not here, but can be built from base images that are. */
    public boolean isBuildable(ServiceDefinition service) {
        Build build = service.build();
        return build != null
                && presentBases(BuildContext.of(build), build).isPresent()
                && present(service).isEmpty();
    }

    /** Returns the base images of a Dockerfile; nothing if one of them is not here. */
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

    /** Returns the images that Versus has built, for {@code versus clean}; none if no engine answers. */
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
            // Another process has removed it.
        } catch (DockerException used) {
            throw new InvalidInput(
                    "the image " + tag + " cannot be removed: " + EngineRefusal.reason(used) + ".", used);
        }
    }
}
