"""The order of rows in Redis: none that tells what came first, as in the tables of SQLite (`slots.py`).

A small hash is a list to Redis, in the order in which its rows came. A large one lies there by chance, but for rows
that share a slot of it: there the last that came is the first. Among ten people that tells enough to be measured.
"""

ANEW = """
local function anew(key)
  local names, bodies = redis.call('HKEYS', key), {}
  table.sort(names)
  for at, name in ipairs(names) do bodies[at] = redis.call('HGET', key, name) end
  redis.call('DEL', key)
  for at, name in ipairs(names) do redis.call('HSET', key, name, bodies[at]) end
  return names
end
"""
"""For the head of a script: writes a hash anew in the order of its keys, and answers them."""

PEOPLE_ANEW = f"""{ANEW}
local function people_anew(workshop)
  for _, name in ipairs(anew('folkmoot:people:' .. workshop)) do
    local place = workshop .. ':' .. name
    local token = redis.call('HGET', 'folkmoot:places', place)
    if token then
      redis.call('HDEL', 'folkmoot:places', place)
      redis.call('HSET', 'folkmoot:places', place, token)
      redis.call('HDEL', 'folkmoot:tokens', token)
      redis.call('HSET', 'folkmoot:tokens', token, workshop .. ' ' .. name)
    end
  end
end
"""
"""The same for all that stands of a workshop's people, also where it stands among those of others."""
