package org.weir.dashboard.rank;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Parts of many places in one piece, for what is read all at once: kind, place and numbers, each with its length. */
public final class EvidenceBlock {
    private static final EvidencePart.Kind[] KINDS = EvidencePart.Kind.values();
    private static final int LENGTHS = 1 + 2 + 4;

    private EvidenceBlock() {}

    public static byte[] write(List<EvidencePart> parts) {
        List<byte[]> places = parts.stream()
                .map(part -> part.place().getBytes(StandardCharsets.UTF_8))
                .toList();
        int size = parts.size() * LENGTHS
                + places.stream().mapToInt(p -> p.length).sum()
                + parts.stream().mapToInt(p -> p.numbers().length).sum();
        ByteBuffer block = ByteBuffer.allocate(size);
        for (int i = 0; i < parts.size(); i++) {
            EvidencePart part = parts.get(i);
            block.put((byte) part.kind().ordinal());
            block.putShort((short) places.get(i).length).put(places.get(i));
            block.putInt(part.numbers().length).put(part.numbers());
        }
        return block.array();
    }

    /** @throws java.nio.BufferUnderflowException where the bytes end too soon */
    public static void read(byte[] bytes, Consumer<EvidencePart> to) {
        ByteBuffer block = ByteBuffer.wrap(bytes);
        while (block.hasRemaining()) {
            EvidencePart.Kind kind = KINDS[block.get()];
            byte[] place = new byte[Short.toUnsignedInt(block.getShort())];
            block.get(place);
            byte[] numbers = new byte[block.getInt()];
            block.get(numbers);
            to.accept(new EvidencePart(kind, new String(place, StandardCharsets.UTF_8), numbers));
        }
    }
}
