package dev.versus.environment.namespace;

import dev.versus.environment.Requirement;
import dev.versus.environment.Run;
import dev.versus.environment.host.Provision;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineUnavailable;
import dev.versus.environment.image.Image;
import dev.versus.environment.image.Images;
import dev.versus.environment.image.RootFileSystem;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programs from the images of the services. A Docker engine builds or pulls the images, each is unpacked once, and runc runs them. */
record ImageSource(DockerEngine engine) implements ProgramSource {

    /** Returns no variables, because the defaults in the Compose files are meant for containers. */
    @Override
    public Map<String, String> variables(String system) {
        return Map.of();
    }

    @Override
    public List<Requirement> requirements(SystemDefinition system) {
        return system.services().stream().map(this::requirement).toList();
    }

    private Requirement requirement(ServiceDefinition service) {
        try {
            return new Images(engine)
                    .present(service)
                    .map(image -> Requirement.met(service.name(), image.reference()))
                    .orElseGet(() -> Requirement.missing(
                            service.name(),
                            "its image is not built or pulled yet",
                            "the first launch does so, or ./versus build"));
        } catch (EngineUnavailable silent) {
            return Requirement.missing(
                    service.name(), "no Docker engine answers to build its image", Provision.part("docker"));
        }
    }

    @Override
    public List<String> prepare(SystemDefinition system) {
        var images = new Images(engine);
        return system.services().stream()
                .map(service -> "the image " + images.of(service).reference() + " of " + service.name())
                .distinct()
                .toList();
    }

    @Override
    public boolean appliesAll() {
        return true;
    }

    @Override
    public Supply supply(SystemDefinition system, Run run, Path folder) {
        Runc runc = Runc.ofThisHost(folder.resolve("runtime"));
        var images = new Images(engine);
        var roots = new RootFileSystem(engine);
        Map<String, ContainerProgram> programs = new LinkedHashMap<>();
        for (ServiceDefinition service : system.services()) {
            Image image = images.of(service);
            programs.put(service.name(), ContainerProgram.of(service, image, new ImageRoot(roots.of(image, run))));
        }
        var files = new ImageFiles(run.id(), folder, runc, programs);
        return new Supply(files, site -> new ImagePrograms(programs));
    }
}
