package org.weir.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackMainTest {

    @Test
    void readsPortsAndDirectory() {
        assertThat(StackMain.read("--data", "here", "--kafka-port", "1", "--postgres-port", "2"))
                .isEqualTo(new StackOptions(Optional.of(Path.of("here")), 1, 2));
    }

    @Test
    void namesTheOptions_whenOneIsUnknown() {
        assertThatThrownBy(() -> StackMain.read("--port", "1")).hasMessageContaining("--kafka-port");
    }

    @Test
    void saysWhatItNeeds_whenAPortIsNoNumber() {
        assertThatThrownBy(() -> StackMain.read("--kafka-port", "x"))
                .hasMessage("--kafka-port needs a port number, not x");
    }
}
