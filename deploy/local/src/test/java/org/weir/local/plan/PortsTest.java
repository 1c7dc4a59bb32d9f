package org.weir.local.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void leavesTheCitysPortOut_whenItDoesNotRun() {
        Ports ports = new Ports(1, 2, 3, 3, 5, 6);
        assertThat(ports.uses(false)).extracting(Ports.Use::flag).doesNotContain("--city-port");
        assertThatCode(() -> ports.check(false)).doesNotThrowAnyException();
    }

    @Test
    void refusesOnePortForTwoParts() {
        assertThatThrownBy(() -> new Ports(1, 2, 3, 3, 5, 6).check(true))
                .hasMessage("Port 3 is given to two parts; choose another with --city-port.");
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> new Ports(70_000, 2, 3, 4, 5, 6).check(true))
                .hasMessage("--port needs a port from 1 to 65535, not 70000.");
    }
}
