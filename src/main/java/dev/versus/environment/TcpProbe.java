package dev.versus.environment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Probe that opens a TCP connection: the service is ready when the address accepts it. */
public record TcpProbe(InetSocketAddress address, Duration timeout) implements Probe {

    /** Makes a probe of a port of the loopback address. */
    public TcpProbe(int port, Duration timeout) {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
    }

    @Override
    public boolean isReady() {
        try (var socket = new Socket()) {
            socket.connect(address, (int) timeout.toMillis());
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public Health ask() {
        boolean ready = isReady();
        return new Health(ready, "port " + address.getPort() + (ready ? " accepts" : " refuses") + " connections");
    }
}
