/**
 * One instanced quad a vehicle. The vertex stage glides it from its last place to its new one; the fragment stage draws
 * a disc with a nose towards its bearing. Places are relative to an origin near the view, since a float of the unit
 * square alone is a metre coarse.
 */
export const VERTEX = `#version 300 es
in vec2 a_corner;
in vec2 a_from;
in vec2 a_to;
in vec2 a_bearing;
in vec4 a_color;
in vec4 a_flags; // x has a bearing, y stale, z selected, w dimmed
uniform mat4 u_matrix;
uniform vec2 u_viewport;
uniform float u_t;
uniform float u_size;
uniform float u_turn;
out vec2 v_at;
out vec4 v_color;
out vec4 v_flags;
void main() {
  vec2 place = mix(a_from, a_to, u_t);
  float turned = a_bearing.x + mod(a_bearing.y - a_bearing.x + 9.42477796, 6.28318531) - 3.14159265;
  float bearing = mix(a_bearing.x, turned, u_t) + u_turn;
  float c = cos(bearing), s = sin(bearing);
  vec2 rotated = mat2(c, -s, s, c) * a_corner;
  vec4 position = u_matrix * vec4(place, 0.0, 1.0);
  float size = u_size * (a_flags.z > 0.5 ? 1.35 : 1.0);
  position.xy += rotated * size / u_viewport * 2.0 * position.w;
  gl_Position = position;
  v_at = a_corner;
  v_color = a_color;
  v_flags = a_flags;
}`;

export const FRAGMENT = `#version 300 es
precision highp float;
in vec2 v_at;
in vec4 v_color;
in vec4 v_flags;
uniform vec3 u_halo;
uniform vec3 u_stale;
uniform vec3 u_ring;
uniform float u_pixel;
out vec4 o_color;
float body(vec2 p, float nose) {
  float disc = length(p) - 0.42;
  // A wedge from the disc's sides to a point ahead of it.
  vec2 q = vec2(abs(p.x), p.y);
  float wedge = max(dot(q, normalize(vec2(0.72, 0.55))) - 0.50, 0.05 - p.y);
  return mix(disc, min(disc, wedge), nose);
}
void main() {
  float d = body(v_at, v_flags.x);
  float aa = u_pixel;
  vec3 fill = mix(v_color.rgb, u_stale, v_flags.y);
  float inside = 1.0 - smoothstep(-aa, aa, d);
  float halo = 1.0 - smoothstep(0.10 - aa, 0.10 + aa, d);
  // Stale: hollow, its edge only.
  float core = 1.0 - smoothstep(-aa, aa, d + 0.15);
  vec3 rgb = mix(u_halo, fill, inside);
  rgb = mix(rgb, u_halo, core * v_flags.y);
  float alpha = halo * mix(1.0, 0.28, v_flags.w);
  if (v_flags.z > 0.5) {
    float ring = abs(length(v_at) - 0.82) - 0.07;
    float r = 1.0 - smoothstep(-aa, aa, ring);
    rgb = mix(rgb, u_ring, r * (1.0 - halo));
    alpha = max(alpha, r);
  }
  if (alpha < 0.01) discard;
  o_color = vec4(rgb * alpha, alpha);
}`;
