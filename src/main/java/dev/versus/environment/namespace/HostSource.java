package dev.versus.environment.namespace;

import dev.versus.build.Builds;
import dev.versus.environment.Requirement;
import dev.versus.environment.Run;
import dev.versus.environment.host.HostPrograms;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Programs of this host, as the environment {@code process} runs them. */
record HostSource() implements ProgramSource {

    @Override
    public List<Requirement> requirements(SystemDefinition system) {
        return HostPrograms.requirements(system);
    }

    @Override
    public void prepare(SystemDefinition system, Consumer<String> progress) {
        HostPrograms.prepare(system, progress);
    }

    @Override
    public SystemDefinition built(SystemDefinition system, Consumer<String> progress) {
        HostFiles.requireTargets(system);
        return new Builds(progress).of(system);
    }

    @Override
    public boolean appliesAll() {
        return false;
    }

    @Override
    public Supply supply(SystemDefinition system, Run run, Path folder) {
        return new Supply(new HostFiles(Tools.ofThisHost()), site -> HostPrograms.at(site, system));
    }
}
