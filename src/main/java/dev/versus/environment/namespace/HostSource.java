package dev.versus.environment.namespace;

import dev.versus.environment.HarnessClassPath;
import dev.versus.environment.Requirement;
import dev.versus.environment.Run;
import dev.versus.environment.host.Engines;
import dev.versus.environment.host.HostPrograms;
import dev.versus.environment.host.PythonPackages;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs of this host, as the environment {@code process} runs them. */
record HostSource() implements ProgramSource {

    @Override
    public Map<String, String> variables(String system) {
        var variables = new HashMap<>(HarnessClassPath.variables(system));
        variables.putAll(PythonPackages.variables(system));
        return variables;
    }

    @Override
    public List<Requirement> requirements(SystemDefinition system) {
        return HostPrograms.at(service -> List.of(), system).requirements(system);
    }

    @Override
    public List<String> prepare(SystemDefinition system) {
        return Engines.builtIn().prepare(system);
    }

    @Override
    public boolean appliesAll() {
        return false;
    }

    @Override
    public Supply supply(SystemDefinition system, Run run, Path folder) {
        PythonPackages.install(system);
        return new Supply(new HostFiles(Tools.ofThisHost()), site -> HostPrograms.at(site, system));
    }
}
