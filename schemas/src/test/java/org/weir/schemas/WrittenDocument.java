package org.weir.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document that a test writes, so that it cannot say other than the code does. */
public record WrittenDocument(Path file) {
    /** With {@code -Dweir.docs=write} the document is written anew; otherwise a difference fails. */
    public void mustBe(String text) throws IOException {
        if ("write".equals(System.getProperty("weir.docs"))) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("%s differs from the code; run the test with -Dweir.docs=write and read the difference", file)
                .hasContent(text);
    }
}
