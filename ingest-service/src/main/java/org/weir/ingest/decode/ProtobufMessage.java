package org.weir.ingest.decode;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Reads a FeedMessage in protobuf entity by entity, so that an entity which breaks off or lacks what GTFS-Realtime
 * requires does not sink the others. What breaks the message itself, refuses it whole.
 */
final class ProtobufMessage {
    private static final int HEADER = lengthDelimited(FeedMessage.HEADER_FIELD_NUMBER);
    private static final int ENTITY = lengthDelimited(FeedMessage.ENTITY_FIELD_NUMBER);

    /**
     * Hundreds of times a position, tens of times a long trip update. The bindings' generated classes are slow on
     * hostile messages (GHSA-h4h5-3hr4-j3g2), and more so the larger they are.
     */
    private static final int LARGEST_ENTITY = 256 << 10;

    private final List<Entity> entities = new ArrayList<>();
    private int ignored;

    private ProtobufMessage() {}

    static Message read(byte[] body) {
        ProtobufMessage message = new ProtobufMessage();
        try {
            message.walk(CodedInputStream.newInstance(body));
        } catch (IOException e) {
            throw new Refusal(ErrorCode.BODY_UNREADABLE, "The protobuf ends too early or is none.");
        }
        return new Message(message.entities, message.ignored);
    }

    private void walk(CodedInputStream in) throws IOException {
        boolean header = false;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == ENTITY) {
                entity(in.readBytes());
            } else if (tag == HEADER) {
                header = true;
                in.skipRawBytes(in.readRawVarint32());
            } else if (!in.skipField(tag)) {
                throw new IOException("A group ends that never began.");
            }
        }
        if (!header) {
            throw new IOException("A FeedMessage has a header.");
        }
    }

    private void entity(ByteString bytes) {
        if (bytes.size() > LARGEST_ENTITY) {
            entities.add(new Entity.Unreadable(null, "The entity is larger than any position.", bytes.toByteArray()));
            return;
        }
        try {
            FeedEntity entity = FeedEntity.parser().parsePartialFrom(bytes);
            if (entity.hasVehicle() && !entity.getIsDeleted()) {
                entities.add(Positions.of(entity));
            } else {
                ignored++;
            }
        } catch (InvalidProtocolBufferException e) {
            entities.add(new Entity.Unreadable(null, "The entity is no FeedEntity.", bytes.toByteArray()));
        }
    }

    private static int lengthDelimited(int field) {
        return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }
}
