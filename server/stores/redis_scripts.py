"""What Redis carries out as a whole: scripts, and the names of keys.

A script that is cut short by a crash has not happened. `folkmoot:` stands before every key;
nothing of a person stands in a key of content, and no time stands anywhere.
"""

import hashlib

from server.stores.redis_order import ANEW, PEOPLE_ANEW
from server.stores.redis_room_scripts import CLAIM, MEET
from server.stores.sharing import GONE

KEPT = 128  # how many saves of each workshop the stream of changes remembers

LEASE_MS = 500  # how long a process that lost five times is let through alone

EPOCH = """
if redis.call('HGET', KEYS[1], 'run') ~= ARGV[1] then
  redis.call('HSET', KEYS[1], 'run', ARGV[1], 'id', ARGV[2])
end
return redis.call('HGET', KEYS[1], 'id')
"""
"""Another start of Redis (or another Redis, after a failover) than the marker says: a new epoch."""

CREATE = """
local rev = redis.call('HGET', KEYS[1], 'rev')
if rev then return {0, tonumber(rev)} end
if redis.call('HEXISTS', 'folkmoot:codes', ARGV[4]) == 1 then return {0, 0} end
redis.call('HSET', KEYS[1], 'rev', 1, 'mark', '', 'numbers', '{}', 'facilitator', ARGV[2], 'recovery', ARGV[3],
  'code', ARGV[4])
redis.call('HSET', 'folkmoot:ids', ARGV[1], ARGV[5])
redis.call('ZADD', 'folkmoot:forget', ARGV[6], ARGV[1])
redis.call('HSET', 'folkmoot:codes', ARGV[4], ARGV[1])
for at = 7, #ARGV, 2 do redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 1]) end
redis.call('DEL', KEYS[3])
return {1, 1}
"""
"""Keep a new workshop. Arguments: id, hash, hash, code, state, day to be forgotten on, then keys and bodies."""

SAVE = f"""{ANEW}
local rev = tonumber(redis.call('HGET', KEYS[1], 'rev'))
if not rev then return {{0, 0}} end
local lease = redis.call('GET', KEYS[4])
local stale = rev ~= tonumber(ARGV[2]) or (ARGV[7] ~= '' and ARGV[7] ~= redis.call('HGET', 'folkmoot:epoch', 'id'))
if stale or (lease and lease ~= ARGV[8]) then
  if ARGV[8] ~= '' and not lease then redis.call('SET', KEYS[4], ARGV[8], 'PX', {LEASE_MS}) end
  return {{0, rev}}
end
local touched, counted = {{}}, false
for at = 10, #ARGV, 2 do
  touched[#touched + 1] = ARGV[at]
  if ARGV[at + 1] == '' then
    redis.call('HDEL', KEYS[2], ARGV[at])
    counted = counted or string.sub(ARGV[at], 1, 5) == 'vote:'
  else
    redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 1])
  end
end
rev = rev + 1
redis.call('HSET', KEYS[1], 'rev', rev, 'mark', ARGV[3], 'numbers', ARGV[4])
if ARGV[5] ~= '' then
  redis.call('HSET', 'folkmoot:ids', ARGV[1], ARGV[5])
  redis.call('ZADD', 'folkmoot:forget', ARGV[6], ARGV[1])
end
if ARGV[9] == '1' then
  redis.call('XTRIM', KEYS[3], 'MAXLEN', 0)
  if redis.call('OBJECT', 'ENCODING', KEYS[2]) == 'listpack' then anew(KEYS[2]) end
end
if not counted then
  redis.call('XADD', KEYS[3], 'MAXLEN', '~', {KEPT}, rev .. '-0', 'keys', cjson.encode(touched))
end
if lease then redis.call('DEL', KEYS[4]) end
redis.call('PUBLISH', 'folkmoot:content', ARGV[1] .. ' ' .. rev)
return {{1, rev}}
"""
"""Compare and save. Arguments: id, revision, mark, numbers, state or '' and the day to be forgotten on,
epoch or '', lease or '', whether the order of saves goes ('1'), then keys and bodies, '' for a record that goes.
Records stand in the stream by key only, all of them: what reads it wants the newest state, which is in the hash.
Where ballots go the stream stays empty, for their keys must be nowhere any more: others load the whole."""

CHANGES = f"""
local about = redis.call('HMGET', KEYS[1], 'rev', 'numbers')
local rev, after = tonumber(about[1]), tonumber(ARGV[1])
if not rev or after > rev or rev - after > {KEPT} then return false end
local found, known, keys, bodies = {{}}, {{}}, {{}}, {{}}
if rev > after then found = redis.call('XRANGE', KEYS[3], (after + 1) .. '-0', '+') end
if #found ~= rev - after then return false end
for _, entry in ipairs(found) do
  for _, key in ipairs(cjson.decode(entry[2][2])) do
    if not known[key] then
      known[key] = true
      keys[#keys + 1] = key
      bodies[#bodies + 1] = redis.call('HGET', KEYS[2], key)
    end
  end
end
return {{rev, about[2], redis.call('HGET', 'folkmoot:epoch', 'id'), keys, bodies}}
"""
"""All that was saved after a revision, in one call: which keys, from the stream; what they hold now."""

PICTURES = "folkmoot:pictures:"
"""What the key of a workshop's pictures begins with."""

KEEP_PICTURE = """
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local size = #ARGV[2]
for _, name in ipairs(redis.call('HKEYS', KEYS[2])) do size = size + redis.call('HSTRLEN', KEYS[2], name) end
if redis.call('HLEN', KEYS[2]) >= tonumber(ARGV[3]) or size > tonumber(ARGV[4]) then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
return 1
"""
"""Keep a picture of a workshop that is there. Arguments: name, bytes, how many and how large all may be."""

RECOVERY = """
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], 'recovery', ARGV[1])
return 1
"""

ADOPT = """
for _, workshop in ipairs(redis.call('HKEYS', 'folkmoot:ids')) do
  redis.call('ZADD', 'folkmoot:forget', 'NX', 0, workshop)
end
return 1
"""
"""Workshops of an older server have no day on which they are to be forgotten: they get the day 0."""

OWED = "folkmoot:owed"
"""Stands until no byte is left of what was forgotten (`redis_scrub.settle`); another one with each forgetting."""

FORGET = f"""
local code = redis.call('HGET', KEYS[1], 'code')
if code then redis.call('HDEL', 'folkmoot:codes', code) end
local meeting = redis.call('HGET', KEYS[1], 'meeting')
if meeting then redis.call('HDEL', 'folkmoot:meetings', meeting) end
redis.call('HDEL', 'folkmoot:ids', ARGV[1])
redis.call('ZREM', 'folkmoot:forget', ARGV[1])
redis.call('DEL', '{PICTURES}' .. ARGV[1])
if redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4]) == 0 then return 0 end
redis.call('SET', '{OWED}', ARGV[2])
redis.call('PUBLISH', 'folkmoot:content', ARGV[1] .. ' {GONE}')
return 1
"""
"""Arguments: the workshop, and a new random word for `OWED`."""

BIND = """
if redis.call('EXISTS', KEYS[1]) == 0 then return '' end
local had = redis.call('HGET', 'folkmoot:meetings', ARGV[1])
if had and had ~= ARGV[2] and had ~= ARGV[3] then return had end
if had then redis.call('HDEL', 'folkmoot:about:' .. had, 'meeting') end
local before = redis.call('HGET', KEYS[1], 'meeting')
if before then redis.call('HDEL', 'folkmoot:meetings', before) end
redis.call('HSET', 'folkmoot:meetings', ARGV[1], ARGV[2])
redis.call('HSET', KEYS[1], 'meeting', ARGV[1])
return ARGV[2]
"""
"""Let a workshop be the one of a meeting: the meeting, the workshop, and another that may lose it."""

SETTLED = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
"""
"""Nothing is left to do, unless something was forgotten since."""

PEOPLE = f"""{PEOPLE_ANEW}
local turn = tonumber(ARGV[1])
if tonumber(redis.call('GET', KEYS[1]) or '-1') >= turn then return {{}} end
redis.call('SET', KEYS[1], turn, 'EX', 86400)
local at, revs = 2, {{}}
while at < #ARGV do
  local workshop, many = ARGV[at], tonumber(ARGV[at + 1])
  local hash, came = 'folkmoot:people:' .. workshop, 0
  at = at + 2
  for _ = 1, many do
    local key, body, token, ends = ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
    local old = redis.call('HGET', 'folkmoot:places', workshop .. ':' .. key)
    if old and old ~= token then
      redis.call('HDEL', 'folkmoot:tokens', old)
      redis.call('HDEL', 'folkmoot:places', workshop .. ':' .. key)
    end
    if token ~= '' then
      redis.call('HSET', 'folkmoot:tokens', token, workshop .. ' ' .. key)
      redis.call('HSET', 'folkmoot:places', workshop .. ':' .. key, token)
    end
    if key == 'until' and ends == '' then redis.call('ZREM', 'folkmoot:until', workshop) end
    if ends ~= '' then redis.call('ZADD', 'folkmoot:until', ends, workshop) end
    if body == '' then redis.call('HDEL', hash, key) else came = came + redis.call('HSET', hash, key, body) end
    at = at + 4
  end
  if came > 0 then people_anew(workshop) end
  anew('folkmoot:claims:' .. workshop)
  local rev = redis.call('HINCRBY', 'folkmoot:people', workshop, 1)
  revs[#revs + 1] = rev
  redis.call('PUBLISH', 'folkmoot:company', workshop .. ' ' .. rev)
end
return revs
"""
"""One tick's people. Arguments: the number of this write among its process's, so that one that is late does
not undo a later one; then for each workshop its id, how many, and of each: key, body, token or '', end or ''."""

PEOPLE_FORGET = f"""
local hash, gone = 'folkmoot:people:' .. ARGV[1], 0
for at = 3, #ARGV do
  gone = gone + redis.call('HDEL', hash, ARGV[at])
  gone = gone + redis.call('HDEL', 'folkmoot:claims:' .. ARGV[1], ARGV[at])
end
if #ARGV == 2 then
  for _, key in ipairs(redis.call('HKEYS', hash)) do
    local place = ARGV[1] .. ':' .. key
    local token = redis.call('HGET', 'folkmoot:places', place)
    if token then redis.call('HDEL', 'folkmoot:tokens', token) end
    redis.call('HDEL', 'folkmoot:places', place)
  end
  gone = gone + redis.call('DEL', hash, 'folkmoot:claims:' .. ARGV[1])
  redis.call('ZREM', 'folkmoot:until', ARGV[1])
  redis.call('HDEL', 'folkmoot:people', ARGV[1])
  for _, process in ipairs(redis.call('ZRANGE', 'folkmoot:processes', 0, -1)) do
    gone = gone + redis.call('HDEL', 'folkmoot:here:' .. process, ARGV[1])
  end
end
if gone == 0 then return 0 end
redis.call('SET', '{OWED}', ARGV[2])
redis.call('PUBLISH', 'folkmoot:company', ARGV[1] .. ' 0')
return 1
"""
"""Forget a workshop's people: the workshop, a new random word for `OWED`, then keys; without keys, everybody."""

LOADED = (
    CREATE,
    SAVE,
    CHANGES,
    KEEP_PICTURE,
    RECOVERY,
    ADOPT,
    FORGET,
    BIND,
    SETTLED,
    PEOPLE,
    PEOPLE_FORGET,
    MEET,
    CLAIM,
)


def digest(script: str) -> str:
    """The name by which Redis knows a loaded script."""
    return _DIGESTS[script]


_DIGESTS = {one: hashlib.sha1(one.encode(), usedforsecurity=False).hexdigest() for one in LOADED}
