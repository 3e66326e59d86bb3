package dev.versus.environment.docker;

import dev.versus.InvalidInput;
import dev.versus.environment.Requirement;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.Image;
import dev.versus.environment.image.Images;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.List;

/** What containers need of this machine. */
record Needs(DockerEngine engine) {

    private static final String PROVISION = "./versus provision docker";

    List<Requirement> all() {
        DockerEngine.Answer answer = engine.look();
        Requirement answers = answer.answers()
                ? Requirement.met("a Docker engine", answer.words())
                : Requirement.missing("a Docker engine", answer.words(), PROVISION);
        Requirement here = engine.isHere()
                ? Requirement.met("of this machine", "its containers are processes of this host")
                : Requirement.missing(
                        "of this machine", engine.address().toString(), "unset DOCKER_HOST, and " + PROVISION);
        return List.of(answers, here);
    }

    /**
     * Refuses what cannot be used.
     *
     * @throws InvalidInput if the engine is elsewhere
     */
    void require() {
        if (!engine.isHere()) {
            throw new InvalidInput("The environment 'docker' needs an engine of this Linux machine, and the one at "
                    + engine.address() + " is elsewhere: unset DOCKER_HOST, or set it to a Unix socket.");
        }
    }

    /** An image for each service, here already or to be made by {@code versus build}. */
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
                .map(asked -> image.reference() + ", in the place of " + asked)
                .orElse(image.reference());
    }

    /** What a launch builds from what is here is as good as there; whether a registry would give an image is not known before. */
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
