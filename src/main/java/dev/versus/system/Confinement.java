package dev.versus.system;

import java.util.List;

/** The Linux capabilities and security options of a service: {@code cap_drop}, {@code cap_add} and {@code security_opt}. */
public record Confinement(List<String> capDrop, List<String> capAdd, List<String> securityOpt) {

    public Confinement {
        capDrop = List.copyOf(capDrop);
        capAdd = List.copyOf(capAdd);
        securityOpt = List.copyOf(securityOpt);
    }

    /** Tells whether the service may use real-time scheduling: {@code cap_add: [SYS_NICE]}. */
    public boolean asksForRealTime() {
        return capAdd.stream().anyMatch(capability -> capability.endsWith("SYS_NICE"));
    }
}
