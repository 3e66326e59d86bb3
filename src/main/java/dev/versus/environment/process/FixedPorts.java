package dev.versus.environment.process;

import dev.versus.InvalidInput;
import dev.versus.environment.Ports;
import dev.versus.system.SystemDefinition;
import java.util.Map;
import java.util.regex.Pattern;

/** Ports of this host that the user has chosen, by service. */
record FixedPorts(Map<String, Integer> ports) {

    private static final String OPTION = "port.";
    private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
    private static final int HIGHEST = 65_535;

    /**
     * Reads an option of the environment, {@code port.<service>=<port>}.
     *
     * @throws InvalidInput if the option is unknown, or its value is not a port
     */
    static ProcessOptions read(String option, String value, ProcessOptions options) {
        if (!option.startsWith(OPTION)) {
            throw new InvalidInput(
                    "The environment 'process' has no option " + option + "; it has " + OPTION + "<service>=<port>.");
        }
        if (!PORT.matcher(value).matches() || Integer.parseInt(value) > HIGHEST) {
            throw new InvalidInput("The option " + option + " is " + value + ": expected a port from 1 to 65535.");
        }
        return options.fixedPort(option.substring(OPTION.length()), Integer.parseInt(value));
    }

    void requireFree(SystemDefinition system) {
        ports.forEach((service, port) -> {
            system.service(service);
            Ports.requireFree(service, port);
        });
    }
}
