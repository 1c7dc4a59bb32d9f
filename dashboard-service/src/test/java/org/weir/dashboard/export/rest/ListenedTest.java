package org.weir.dashboard.export.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ListenedTest {
    @Test
    void writesOn_untilItsReaderIsGone() throws IOException {
        // Given
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        AtomicBoolean gone = new AtomicBoolean();
        Listened to = new Listened(taken, gone::get);

        // When
        to.write(new byte[] {1, 2});
        to.write(3);
        gone.set(true);

        // Then
        assertThatThrownBy(() -> to.write(new byte[] {4})).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> to.write(5)).isInstanceOf(IOException.class);
        assertThatThrownBy(to::check).isInstanceOf(IOException.class);
        assertThat(taken.toByteArray()).containsExactly(1, 2, 3);
    }
}
