package org.weir.dashboard.schedule.store;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.weir.dashboard.query.Parameters;
import org.weir.dashboard.query.ScheduleView;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Takes a schedule from whoever may give one. */
@Path("/api/v1/schedules/{feed}")
public class ScheduleUpload {
    private final Schedules schedules;
    private final Standings standings;

    ScheduleUpload(Schedules schedules, Standings standings) {
        this.schedules = schedules;
        this.standings = standings;
    }

    /** Imports a GTFS zip; the feed must have been announced. */
    @PUT
    @Blocking
    @RolesAllowed({Roles.DATA_OFFICER, Roles.OPS})
    @Consumes({"application/zip", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    public ScheduleView upload(@PathParam("feed") String feed, byte[] zip) {
        FeedId id = Parameters.feed(feed);
        if (standings.feed(id).isEmpty()) {
            throw new Refusal(ErrorCode.UNKNOWN_FEED, "No feed of this id has been announced.");
        }
        return ScheduleView.of(schedules.take(id, zip));
    }
}
