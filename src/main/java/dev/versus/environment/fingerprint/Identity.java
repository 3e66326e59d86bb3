package dev.versus.environment.fingerprint;

import dev.versus.EnvironmentFacts;
import java.util.Map;

/** Which program it is. */
final class Identity implements Trait {

    @Override
    public Map<String, String> of(Inspected replica) {
        String program = replica.program();
        return program.isEmpty() ? Map.of() : Map.of(EnvironmentFacts.PROGRAM_NAME, program);
    }
}
