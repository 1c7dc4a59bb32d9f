package org.weir.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.local.plan.Ports;

class PortCheckTest {

    @Test
    void namesThePortItsPurposeAndTheFlag_whenItIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            Ports.Use use = new Ports.Use(taken.getLocalPort(), "the dashboard", "--port");
            assertThat(PortCheck.objections(List.of(use)))
                    .containsExactly("Port " + taken.getLocalPort()
                            + ", meant for the dashboard, is taken by another program."
                            + " Free it, or choose another with --port N.");
        }
    }
}
