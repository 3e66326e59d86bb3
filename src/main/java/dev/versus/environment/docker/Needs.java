package dev.versus.environment.docker;

import dev.versus.InvalidInput;
import dev.versus.build.ServiceBuild;
import dev.versus.environment.Requirement;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.Image;
import dev.versus.environment.image.Images;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.List;
import java.util.Optional;

/** Requirements of the Docker environment. */
record Needs(DockerEngine engine) {

    private static final String PROVISION = "./versus provision docker";

    List<Requirement> all() {
        DockerEngine.Answer answer = engine.look();
        Requirement answers = answer.answers()
                ? Requirement.met("a Docker engine", answer.words())
                : Requirement.missing("a Docker engine", answer.words(), PROVISION);
        Requirement here = engine.isHere()
                ? Requirement.met("a Docker engine of this machine", "its containers are processes of this host")
                : Requirement.missing(
                        "a Docker engine of this machine",
                        engine.address().toString(),
                        "unset DOCKER_HOST, and " + PROVISION);
        return List.of(answers, here);
    }

    /**
     * Checks that the engine runs on this machine.
     *
     * @throws InvalidInput if it runs elsewhere
     */
    void require() {
        if (!engine.isHere()) {
            throw new InvalidInput("The environment 'docker' needs an engine of this Linux machine, and the one at "
                    + engine.address() + " is elsewhere: unset DOCKER_HOST, or set it to a Unix socket.");
        }
    }

    /** Checks for each service whether its image is here, or can be built from what is here. */
    List<Requirement> of(SystemDefinition system) {
        if (!engine.look().answers()) {
            return List.of(Requirement.missing("images", "the engine does not answer", PROVISION));
        }
        var images = new Images(engine);
        return system.services().stream()
                .map(service -> requirement(service, images, mend(system)))
                .toList();
    }

    private static String mend(SystemDefinition system) {
        String variant = system.variant() == null ? "" : " --variant " + system.variant();
        return "./versus build " + system.name() + variant + " --environment docker";
    }

    private static Requirement requirement(ServiceDefinition service, Images images, String mend) {
        Optional<ServiceBuild> build = Optional.ofNullable(service.build()).flatMap(ServiceBuild::ofImage);
        Optional<String> lacking = build.flatMap(ServiceBuild::objection);
        if (lacking.isPresent()) {
            return Requirement.missing(
                    service.name(), lacking.get(), build.get().mend());
        }
        try {
            return images.present(service)
                    .map(image -> Requirement.met(service.name(), words(image)))
                    .orElseGet(() -> absent(service, images, mend));
        } catch (InvalidInput unusable) {
            return Requirement.missing(service.name(), String.valueOf(unusable.getMessage()), "");
        }
    }

    private static String words(Image image) {
        return image.standsInFor()
                .map(asked -> image.reference() + ", instead of " + asked)
                .orElse(image.reference());
    }

    /**
     * Returns the requirement for an image that is not here. If the launch can build it, it counts as met. An image from a registry counts
     * as missing, because only pulling it tells whether the registry has it.
     */
    private static Requirement absent(ServiceDefinition service, Images images, String mend) {
        if (images.isBuildable(service)) {
            return Requirement.met(service.name(), "its image is built at the first launch");
        }
        return Requirement.missing(
                service.name(),
                service.build() == null ? service.image() + " is not here" : "its image is not built",
                mend);
    }
}
