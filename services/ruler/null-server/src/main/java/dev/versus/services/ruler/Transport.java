package dev.versus.services.ruler;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/**
 * How event loops wait for the network and for time.
 *
 * @param name what it is called
 * @param handlers makes what a loop waits with
 * @param listener the kind of channel that accepts connections
 */
record Transport(String name, IoHandlerFactory handlers, Class<? extends ServerChannel> listener) {

    /** Epoll where it is available, whose timers are exact to the nanosecond; NIO elsewhere, whose timers round to the ms. */
    static Transport best() {
        return Epoll.isAvailable()
                ? new Transport("epoll", EpollIoHandler.newFactory(), EpollServerSocketChannel.class)
                : new Transport("nio", NioIoHandler.newFactory(), NioServerSocketChannel.class);
    }
}
