package org.weir.dashboard.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class WritingProperties {
    @Property(tries = 300)
    void isReadAgain_whateverTheTexts_andHoweverItGrew(
            @ForAll @Size(max = 40) List<@StringLength(max = 400) String> texts, @ForAll long number)
            throws IOException {
        Writing out = new Writing();
        for (String text : texts) {
            out.text(text);
            out.flag(text.isEmpty());
            out.room(Long.BYTES).putLong(number);
        }

        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(out.written()))) {
            for (String text : texts) {
                assertThat(in.readUTF()).isEqualTo(text);
                assertThat(in.readBoolean()).isEqualTo(text.isEmpty());
                assertThat(in.readLong()).isEqualTo(number);
            }
            assertThat(in.available()).isZero();
        }
    }
}
