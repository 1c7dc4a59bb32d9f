package org.weir.local.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.weir.local.plan.Ports;

/** Whether ports are free, asked before anything is started. */
public final class PortCheck {

    private PortCheck() {}

    /** A sentence for each port that somebody else listens on. */
    public static List<String> objections(List<Ports.Use> uses) {
        return uses.stream()
                .filter(use -> !free(use.number()))
                .map(use -> "Port " + use.number() + ", meant for " + use.purpose()
                        + ", is taken by another program. Free it, or choose another with " + use.flag() + " N.")
                .toList();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
