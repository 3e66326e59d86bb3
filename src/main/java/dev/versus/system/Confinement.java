package dev.versus.system;

import java.util.List;

/** What a service may not do, or may do beyond the usual: Linux capabilities and security options. */
public record Confinement(List<String> capDrop, List<String> capAdd, List<String> securityOpt) {

    public Confinement {
        capDrop = List.copyOf(capDrop);
        capAdd = List.copyOf(capAdd);
        securityOpt = List.copyOf(securityOpt);
    }
}
