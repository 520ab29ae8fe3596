import type { Check } from './as-good.ts';

export const GRAPHS: Readonly<Record<string, Check>> = {
  shortest_path: (prompt, given) => {
    const roads = [...prompt.matchAll(/\b([a-t])([a-t])(\d+)/g)].map(
      ([, a = '', b = '', length]) => [a, b, Number(length)] as const,
    );
    const goal = /to (\w)=/.exec(prompt)?.[1] ?? '';
    // Bellman and Ford: as many rounds as there are roads are more than enough.
    const distance: Record<string, number> = { a: 0 };
    for (let round = 0; round < roads.length; round++) {
      for (const [a, b, length] of roads) {
        distance[b] = Math.min(distance[b] ?? Infinity, (distance[a] ?? Infinity) + length);
        distance[a] = Math.min(distance[a] ?? Infinity, (distance[b] ?? Infinity) + length);
      }
    }
    const stops = [...given.replace(/[ ,>-]/g, '')];
    const lengths = stops.slice(1).map((stop, i) => {
      const road = roads.find(([a, b]) => [a + b, b + a].includes((stops[i] ?? '') + stop));
      return road?.[2] ?? NaN;
    });
    return (
      stops[0] === 'a' &&
      stops.at(-1) === goal &&
      lengths.reduce((sum, one) => sum + one, 0) === distance[goal]
    );
  },
  graph_color: (prompt, given) => {
    const [, most = '', pairs = '', names = ''] =
      /1\.\.(\d),different for each of (.*): (\w+)=/.exec(prompt) ?? [];
    const colors = given.replace(/[ ,]/g, '');
    if (
      colors.length !== names.length ||
      ![...colors].every((color) => '12345'.slice(0, Number(most)).includes(color))
    ) {
      return false;
    }
    const color = (name = '') => colors[names.indexOf(name)];
    return pairs.split(' ').every((pair) => pair === 'none' || color(pair[0]) !== color(pair[1]));
  },
  course_schedule: (prompt, given) => {
    const names = /order (\w+)/.exec(prompt)?.[1] ?? '';
    const order = given.replace(/[ ,>-]/g, '');
    const pairs = [...prompt.matchAll(/(\w) before (\w)/g)];
    return (
      order.length === names.length &&
      [...names].every((name) => order.includes(name)) &&
      pairs.every(([, a = '', b = '']) => order.indexOf(a) < order.indexOf(b))
    );
  },
};
