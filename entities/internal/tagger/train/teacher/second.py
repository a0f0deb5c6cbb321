#!/usr/bin/env python3
"""The second teacher: the same encoder as in teacher.py, fine-tuned in another way, so that its errors are others. It does not ship.

    pip install torch safetensors tokenizers
    python3 second.py MODEL/all_minilm_l6_v2 DIR        (after the export; some 30 minutes on one core)

It reads what `teacher export` wrote to DIR and writes DIR/pseudo-b.jsonl. What differs from teacher.py: BIO labels, longer windows, the
shape of the word goes into the last layer too, one in 16 training windows is put in capitals or title case, other rates and weights.
"""
import json, os, random, sys, torch, torch.nn as nn, torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
MODEL, DIR = sys.argv[1], sys.argv[2]
H, LAYERS, PIECES, B = 384, 6, 190, 16
SETS = {'dateline-news': 2, 'wikigold': 2, 'crossner-politics': 1, 'uner-ewt': 1, 'gum-open': 1, 'redocred': 1}
torch.manual_seed(1); random.seed(1); torch.set_num_threads(1)
tok = Tokenizer.from_file(os.path.join(MODEL, 'tokenizer.json')); tok.no_padding(); tok.no_truncation()

# Labels here: 0 is O, 1+2t is B, 2+2t is I of type t. In the export, bit 0 is O and bits 1+4t.. are B, I, L, U of type t.
NL = 11
BIO = [0] + [1 + 2 * t + (k in (1, 2)) for t in range(5) for k in range(4)]

def allowed(mask):
    return sorted({BIO[y] for y in range(21) if mask >> y & 1})

def shape(w):
    if any(c.isdigit() for c in w): return 4
    if not any(c.isalpha() for c in w): return 5
    if w.islower(): return 0
    if w.isupper(): return 6 if len(w) <= 1 else 2
    return 1 if w[0].isupper() and w[1:].islower() else 3

class Layer(nn.Module):
    def __init__(s):
        super().__init__()
        s.q, s.k, s.v, s.o = (nn.Linear(H, H) for _ in range(4))
        s.f1, s.f2 = nn.Linear(H, 4 * H), nn.Linear(4 * H, H)
        s.n1, s.n2 = nn.LayerNorm(H, eps=1e-12), nn.LayerNorm(H, eps=1e-12)
    def forward(s, x, mask):
        n, t, _ = x.shape
        heads = lambda y: y.view(n, t, 12, H // 12).transpose(1, 2)
        a = F.scaled_dot_product_attention(heads(s.q(x)), heads(s.k(x)), heads(s.v(x)), attn_mask=mask)
        x = s.n1(x + F.dropout(s.o(a.transpose(1, 2).reshape(n, t, H)), .1, s.training))
        return s.n2(x + F.dropout(s.f2(F.gelu(s.f1(x))), .1, s.training))

class Encoder(nn.Module):
    def __init__(s):
        super().__init__()
        s.w, s.p, s.t, s.n = nn.Embedding(30522, H), nn.Embedding(512, H), nn.Embedding(2, H), nn.LayerNorm(H, eps=1e-12)
        s.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        s.shape, s.last, s.out = nn.Embedding(8, H), nn.Embedding(8, 32), nn.Linear(H + 32, NL)
        nn.init.normal_(s.shape.weight, std=.02)
    def load(s):
        w = load_file(os.path.join(MODEL, 'model.safetensors'))
        for m, k in ((s.w, 'word_embeddings'), (s.p, 'position_embeddings'), (s.t, 'token_type_embeddings'), (s.n, 'LayerNorm')):
            m.weight.data = w[f'embeddings.{k}.weight']
        s.n.bias.data = w['embeddings.LayerNorm.bias']
        parts = dict(q='attention.self.query', k='attention.self.key', v='attention.self.value', o='attention.output.dense',
                     n1='attention.output.LayerNorm', f1='intermediate.dense', f2='output.dense', n2='output.LayerNorm')
        for i, l in enumerate(s.layers):
            for a, k in parts.items():
                m = getattr(l, a)
                m.weight.data, m.bias.data = w[f'encoder.layer.{i}.{k}.weight'], w[f'encoder.layer.{i}.{k}.bias']
        return s
    def forward(s, ids, shapes, mask, first):
        x = s.n(s.w(ids) + s.p.weight[:ids.shape[1]] + s.t.weight[0] + s.shape(shapes))
        x = F.dropout(x, .1, s.training)
        for l in s.layers: x = l(x, mask[:, None, None, :])
        y = torch.gather(x, 1, first[:, :, None].expand(-1, -1, H))
        return s.out(torch.cat([F.dropout(y, .1, s.training), s.last(torch.gather(shapes, 1, first))], -1))

cache = {}
def pieces(w):
    if w not in cache: cache[w] = tok.encode(w, add_special_tokens=False).ids[:8] or [100]
    return cache[w]

def windows(doc):
    """runs of the numbers of consecutive tokens, at most PIECES pieces, whole sentences where these are not longer"""
    out, cur, n, at = [], [], 0, 0
    for s in doc['s']:
        size = sum(len(pieces(w)) for w in s)
        if cur and n + size > PIECES: out.append(cur); cur, n = [], 0
        for w in s:
            if n + len(pieces(w)) > PIECES: out.append(cur); cur, n = [], 0
            cur.append(at); n += len(pieces(w)); at += 1
    return out + [cur] if cur else out

def batch(items):
    enc = []
    for words in items:
        ids, sh, first = [101], [5], []
        for w in words:
            first.append(len(ids)); p = pieces(w); ids += p; sh += [shape(w)] * len(p)
        enc.append((ids + [102], sh + [5], first))
    t, n = max(len(e[0]) for e in enc), max(len(e[2]) for e in enc)
    I, M = torch.zeros(len(enc), t, dtype=torch.long), torch.zeros(len(enc), t, dtype=torch.bool)
    S, W = torch.full_like(I, 5), torch.zeros(len(enc), n, dtype=torch.long)
    for i, (a, b, c) in enumerate(enc):
        I[i, :len(a)], S[i, :len(b)], M[i, :len(a)], W[i, :len(c)] = torch.tensor(a), torch.tensor(b), True, torch.tensor(c)
    return I, S, M, W

def load(name): return [json.loads(l) for l in open(os.path.join(DIR, name))]

def train():
    pool = []
    for name, times in SETS.items():
        for d in load(f'train-{name}.jsonl'):
            words, masks = sum(d['s'], []), sum(d['m'], [])
            pool += [([words[t] for t in w], [allowed(masks[t]) for t in w]) for w in windows(d)] * times
    random.shuffle(pool)
    batches = []
    for i in range(0, len(pool), B * 50):
        part = sorted(pool[i:i + B * 50], key=lambda e: len(e[0]))
        part = [part[j:j + B] for j in range(0, len(part), B)]
        random.shuffle(part); batches += part
    m = Encoder().load(); m.train()
    head = [p for n, p in m.named_parameters() if n.startswith(('out', 'shape', 'last'))]
    body = [p for n, p in m.named_parameters() if not n.startswith(('out', 'shape', 'last'))]
    rates = [1.5e-4, 1.5e-3]
    opt = torch.optim.AdamW([{'params': body, 'lr': rates[0]}, {'params': head, 'lr': rates[1]}], weight_decay=.01)
    for k, b in enumerate(batches):
        texts = []
        for words, _ in b:
            r = random.random()
            texts.append([w.upper() for w in words] if r < .04 else [w[:1].upper() + w[1:] for w in words] if r < .06 else words)
        I, S, M, W = batch(texts)
        bar, known = torch.full((*W.shape, NL), -1e4), torch.zeros(W.shape, dtype=torch.bool)
        for i, (_, labels) in enumerate(b):
            for j, a in enumerate(labels): bar[i, j, a] = 0; known[i, j] = True
        for g, r in zip(opt.param_groups, rates): g['lr'] = r * min(1, (k + 1) / 60) * (1 - k / len(batches))
        with torch.autocast('cpu', dtype=torch.bfloat16): z = m(I, S, M, W)
        loss = -torch.logsumexp(torch.log_softmax(z.float(), -1) + bar, -1)[known].mean()
        opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(m.parameters(), 1.); opt.step()
        if k % 20 == 0: print(k, len(batches), '%.4f' % loss.item(), flush=True)
    return m.eval()

def label(m):
    out = open(os.path.join(DIR, 'pseudo-b.jsonl'), 'w')
    for i, d in enumerate(load('unlabelled.jsonl')):
        words, y, p, ws = sum(d['s'], []), [], [], windows(d)
        for k in range(0, len(ws), 32):
            part = ws[k:k + 32]
            with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
                q = torch.softmax(m(*batch([[words[t] for t in w] for w in part])).float(), -1)
            for r, w in enumerate(part):
                best, at = q[r, :len(w)].max(-1)
                p += best.tolist(); y += at.tolist()
        spans = []
        for t, l in enumerate(y):
            if l and l % 2 == 0 and spans and spans[-1][1] == t and spans[-1][2] == (l - 1) // 2:
                spans[-1][1], spans[-1][3] = t + 1, min(spans[-1][3], p[t])
            elif l:
                spans.append([t, t + 1, (l - 1) // 2, p[t]])
        for s in spans: s[3] = round(s[3], 3)
        weak = [t for t, l in enumerate(y) if not l and p[t] < .7]
        out.write(json.dumps({'i': i, 'spans': spans, 'weak': weak}) + '\n')
        if i % 500 == 0: print('labelled', i, flush=True)
if __name__ == '__main__': label(train())
