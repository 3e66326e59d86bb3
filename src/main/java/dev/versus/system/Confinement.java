package dev.versus.system;

import java.util.List;

/** What a service may not do, or may do beyond the usual: Linux capabilities and security options. */
public record Confinement(List<String> capDrop, List<String> capAdd, List<String> securityOpt) {

    public Confinement {
        capDrop = List.copyOf(capDrop);
        capAdd = List.copyOf(capAdd);
        securityOpt = List.copyOf(securityOpt);
    }

    /** Whether it asks for the right to a real-time class of the scheduler: {@code cap_add: [SYS_NICE]}. */
    public boolean asksForRealTime() {
        return capAdd.stream().anyMatch(capability -> capability.endsWith("SYS_NICE"));
    }
}
