import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from "maplibre-gl";
import { glide, type Fleet, type Vehicle } from "./fleet";
import { FRAGMENT, VERTEX } from "./vehicleShaders";

export type Rgb = readonly [number, number, number];

export interface VehicleLook {
  colour: (vehicle: Vehicle) => Rgb;
  shown: (vehicle: Vehicle) => boolean;
  selected: string | null;
  halo: Rgb;
  stale: Rgb;
  ring: Rgb;
  reducedMotion: boolean;
}

/** Bytes of one vehicle in the buffer: from, to, bearings as floats, then colour and flags as bytes. */
const STRIDE = 32;

/** Draws a whole fleet in one call from one buffer, which is written once an update; the glide costs a uniform. */
export class VehicleLayer implements CustomLayerInterface {
  readonly id = "vehicles";
  readonly type = "custom";
  readonly renderingMode = "2d";
  drawn = 0;
  #map: MapLibre | null = null;
  #gl: WebGL2RenderingContext | null = null;
  #program: WebGLProgram | null = null;
  #vao: WebGLVertexArrayObject | null = null;
  #buffer: WebGLBuffer | null = null;
  #uniforms: Record<string, WebGLUniformLocation | null> = {};
  #bytes = new ArrayBuffer(0);
  #originX = 0;
  #originY = 0;
  #dirty = true;

  constructor(
    private readonly fleet: Fleet,
    private look: VehicleLook,
  ) {}

  /** Something changed: the fleet, the filter, the choice, the theme. */
  update(look: VehicleLook): void {
    this.look = look;
    this.#dirty = true;
    this.#map?.triggerRepaint();
  }

  onAdd(map: MapLibre, context: WebGL2RenderingContext | WebGLRenderingContext): void {
    const gl = context as WebGL2RenderingContext;
    this.#map = map;
    this.#gl = gl;
    const program = link(gl);
    this.#program = program;
    for (const name of ["matrix", "viewport", "t", "size", "turn", "halo", "stale", "ring", "pixel"]) {
      this.#uniforms[name] = gl.getUniformLocation(program, `u_${name}`);
    }
    this.#vao = gl.createVertexArray();
    this.#buffer = gl.createBuffer();
    gl.bindVertexArray(this.#vao);
    corners(gl, gl.getAttribLocation(program, "a_corner"));
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    const per = (name: string, size: number, type: number, normal: boolean, offset: number): void => {
      const at = gl.getAttribLocation(program, name);
      gl.enableVertexAttribArray(at);
      gl.vertexAttribPointer(at, size, type, normal, STRIDE, offset);
      gl.vertexAttribDivisor(at, 1);
    };
    per("a_from", 2, gl.FLOAT, false, 0);
    per("a_to", 2, gl.FLOAT, false, 8);
    per("a_bearing", 2, gl.FLOAT, false, 16);
    per("a_color", 4, gl.UNSIGNED_BYTE, true, 24);
    per("a_flags", 4, gl.UNSIGNED_BYTE, true, 28);
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
  }

  onRemove(_map: MapLibre, context: WebGL2RenderingContext | WebGLRenderingContext): void {
    const gl = context as WebGL2RenderingContext;
    gl.deleteProgram(this.#program);
    gl.deleteBuffer(this.#buffer);
    gl.deleteVertexArray(this.#vao);
    this.#map = null;
    this.#gl = null;
  }

  render(_gl: WebGL2RenderingContext | WebGLRenderingContext, input: CustomRenderMethodInput): void {
    const gl = this.#gl;
    const map = this.#map;
    if (!gl || !map || !this.#program) return;
    if (this.#dirty) this.#upload(gl);
    if (this.drawn === 0) return;
    const t = this.look.reducedMotion ? 1 : glide(performance.now() - this.fleet.updatedAt);
    const canvas = gl.canvas;
    const size = spriteSize(map.getZoom()) * (canvas.width / map.getContainer().clientWidth || 1);
    gl.useProgram(this.#program);
    const u = this.#uniforms;
    gl.uniformMatrix4fv(u["matrix"]!, false, this.#matrix(input.defaultProjectionData.mainMatrix));
    gl.uniform2f(u["viewport"]!, canvas.width, canvas.height);
    gl.uniform1f(u["t"]!, t);
    gl.uniform1f(u["size"]!, size);
    gl.uniform1f(u["turn"]!, (-map.getBearing() * Math.PI) / 180);
    gl.uniform1f(u["pixel"]!, 1 / size);
    gl.uniform3f(u["halo"]!, ...this.look.halo);
    gl.uniform3f(u["stale"]!, ...this.look.stale);
    gl.uniform3f(u["ring"]!, ...this.look.ring);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.bindVertexArray(this.#vao);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.drawn);
    gl.bindVertexArray(null);
    if (t < 1) map.triggerRepaint();
  }

  /** The projection with the origin moved in, multiplied in doubles. */
  #matrix(main: ArrayLike<number>): Float32Array {
    const m = Float64Array.from(main);
    for (let row = 0; row < 4; row++) {
      m[12 + row] = m[row]! * this.#originX + m[4 + row]! * this.#originY + m[12 + row]!;
    }
    return Float32Array.from(m);
  }

  #upload(gl: WebGL2RenderingContext): void {
    const { look, fleet } = this;
    // Those that draw last lie on top: stale below, the chosen one above all.
    const vehicles = [...fleet.vehicles.values()]
      .filter(look.shown)
      .sort((a, b) => rank(a, fleet, look) - rank(b, fleet, look));
    this.#originX = vehicles[0]?.toX ?? 0;
    this.#originY = vehicles[0]?.toY ?? 0;
    if (this.#bytes.byteLength < vehicles.length * STRIDE) {
      this.#bytes = new ArrayBuffer(Math.ceil(vehicles.length * 1.3) * STRIDE);
    }
    const floats = new Float32Array(this.#bytes);
    const bytes = new Uint8Array(this.#bytes);
    vehicles.forEach((vehicle, i) => {
      const f = (i * STRIDE) / 4;
      floats[f] = vehicle.fromX - this.#originX;
      floats[f + 1] = vehicle.fromY - this.#originY;
      floats[f + 2] = vehicle.toX - this.#originX;
      floats[f + 3] = vehicle.toY - this.#originY;
      floats[f + 4] = vehicle.fromBearing ?? 0;
      floats[f + 5] = vehicle.toBearing ?? 0;
      const b = i * STRIDE + 24;
      const [red, green, blue] = look.colour(vehicle);
      bytes[b] = red * 255;
      bytes[b + 1] = green * 255;
      bytes[b + 2] = blue * 255;
      bytes[b + 3] = 255;
      bytes[b + 4] = vehicle.toBearing === null ? 0 : 255;
      bytes[b + 5] = fleet.stale(vehicle) ? 255 : 0;
      bytes[b + 6] = vehicle.id === look.selected ? 255 : 0;
      bytes[b + 7] = look.selected !== null && vehicle.id !== look.selected ? 90 : 0;
    });
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    gl.bufferData(gl.ARRAY_BUFFER, bytes.subarray(0, vehicles.length * STRIDE), gl.DYNAMIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
    this.drawn = vehicles.length;
    this.#dirty = false;
  }
}

/** Half the width of a sprite in CSS pixels: small over a whole region, plain to see on a street. */
export const spriteSize = (zoom: number): number => Math.min(17, Math.max(7, 7 + (zoom - 10) * 1.7));

const rank = (vehicle: Vehicle, fleet: Fleet, look: VehicleLook): number =>
  vehicle.id === look.selected ? 2 : fleet.stale(vehicle) ? 0 : 1;

function corners(gl: WebGL2RenderingContext, at: number): void {
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(at);
  gl.vertexAttribPointer(at, 2, gl.FLOAT, false, 0, 0);
}

function link(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  const stages: [number, string][] = [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ];
  for (const [type, source] of stages) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    throw new Error(`The vehicles' shaders do not link: ${gl.getProgramInfoLog(program)}`);
  }
  return program;
}
